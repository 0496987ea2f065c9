"""From a recording, sound or film, to a transcript."""
