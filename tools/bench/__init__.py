"""`make bench`: what every main page costs, beside two floors measured in the same run and the same process."""
