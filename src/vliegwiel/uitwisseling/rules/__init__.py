"""What a file must be like, free of Django and of any parser."""
