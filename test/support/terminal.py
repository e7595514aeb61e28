"""Runs a program in a pseudo-terminal. Standard input holds JSON: {argv, cwd, env, steps}; a step waits until the output
since the step before holds `wait`, then sends `send`. Prints JSON: {output, code, missed}, `missed` being what was waited for in vain."""

import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import fcntl
import time

task = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(task["cwd"])
    os.execve(task["argv"][0], task["argv"], task["env"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))

output = b""
seen = 0
ended = False


def read(seconds):
    """Reads what comes within some time; tells whether more may come."""
    global output, ended
    if ended or not select.select([terminal], [], [], seconds)[0]:
        return not ended
    try:
        chunk = os.read(terminal, 65536)
    except OSError:  # the other side is closed
        chunk = b""
    ended = chunk == b""
    output += chunk
    return not ended


missed = None
for step in task["steps"]:
    until = time.monotonic() + task["patience"]
    wanted = step["wait"].encode()
    while wanted not in output[seen:]:
        if time.monotonic() > until or not read(0.2):
            break
    if wanted not in output[seen:]:
        missed = step["wait"]
        break
    # A key that comes before the prompt listens would be lost.
    while select.select([terminal], [], [], 0.2)[0] and read(0):
        pass
    seen = len(output)
    os.write(terminal, step["send"].encode())

until = time.monotonic() + task["patience"]
while missed is None and not ended and time.monotonic() < until:
    read(0.2)
if not ended:
    os.kill(pid, signal.SIGKILL)
_, status = os.waitpid(pid, 0)
json.dump({"output": output.decode(errors="replace"), "code": os.waitstatus_to_exitcode(status), "missed": missed}, sys.stdout)
