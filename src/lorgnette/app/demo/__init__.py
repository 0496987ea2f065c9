"""A minute with the glasses: recorded speech through the real link, heard, understood, answered."""
