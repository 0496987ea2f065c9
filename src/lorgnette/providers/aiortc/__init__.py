"""WebRTC by aiortc, in a process of its own."""
