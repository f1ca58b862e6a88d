"""The toolkit every view is built from: PySide6 and the kernel, nothing of any domain."""
