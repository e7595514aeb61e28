@rem The command line of this checkout. It prepares what is missing first, and writes nothing but the answer to standard output.
@node "%~dp0scripts\start.mjs" %*
