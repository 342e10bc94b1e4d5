"""What is read about files that came in, for who reads them in."""
