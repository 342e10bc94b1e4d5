"""What a colleague gives: files, and answers to what waits."""
