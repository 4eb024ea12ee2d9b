"""The child process that reads strangers' files and analyses text: plain data in, plain data out."""
