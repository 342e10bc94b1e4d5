"""What is done with files from outside: taken in, read by a job, kept aside, answered."""
