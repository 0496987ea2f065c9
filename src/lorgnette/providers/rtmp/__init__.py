"""Live pictures for servers that take RTMP."""
