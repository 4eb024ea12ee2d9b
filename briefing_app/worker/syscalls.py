"""The system calls the worker never needs, by their numbers on the two machines we know (-1: there is none)."""

from __future__ import annotations

from typing import Final

X86_64: Final = 0
AARCH64: Final = 1

ARCHITECTURES: Final = {"x86_64": (X86_64, 0xC000003E), "aarch64": (AARCH64, 0xC00000B7)}
"""Name of the machine to (column of the tables here, its number in the filter's data)."""

# Name, number on x86_64, number on aarch64.
_NETWORK = """
    socket 41 198, socketpair 53 199, connect 42 203, bind 49 200, listen 50 201, accept 43 202, accept4 288 242,
    sendto 44 206, sendmsg 46 211, sendmmsg 307 269
"""
_PROCESSES = """
    fork 57 -1, vfork 58 -1, execve 59 221, execveat 322 281, ptrace 101 117, process_vm_readv 310 270,
    process_vm_writev 311 271, kcmp 312 272, tkill 200 130, rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240,
    pidfd_open 434 434, pidfd_send_signal 424 424, pidfd_getfd 438 438
"""
_SYSTEM = """
    mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, unshare 272 97, setns 308 268, swapon 167 224,
    swapoff 168 225, reboot 169 142, bpf 321 280, sethostname 170 161, setdomainname 171 162, init_module 175 105,
    acct 163 89, finit_module 313 273, delete_module 176 106, kexec_load 246 104, capset 126 91, kexec_file_load 320
    294, perf_event_open 298 241, userfaultfd 323 282, keyctl 250 219, add_key 248 217, request_key 249 218,
    io_uring_setup 425 425, io_uring_enter 426 426, io_uring_register 427 427, open_by_handle_at 304 265,
    name_to_handle_at 303 264, quotactl 179 60, settimeofday 164 170, clock_settime 227 112, adjtimex 159 171,
    clock_adjtime 305 266, personality 135 92, open_tree 428 428, move_mount 429 429, fsopen 430 430, fsconfig 431
    431, fsmount 432 432, fspick 433 433, mount_setattr 442 442
"""
_CHANGES = """
    chmod 90 -1, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452, chown 92 -1, fchown 93 55, lchown 94 -1, fchownat
    260 54, utime 132 -1, utimes 235 -1, futimesat 261 -1, utimensat 280 88, setxattr 188 5, lsetxattr 189 6,
    fsetxattr 190 7, removexattr 197 14, lremovexattr 198 15, fremovexattr 199 16, rename 82 -1, renameat 264 38,
    renameat2 316 276, mkdir 83 -1, mkdirat 258 34, rmdir 84 -1, unlink 87 -1, unlinkat 263 35, link 86 -1, linkat
    265 37, symlink 88 -1, symlinkat 266 36, mknod 133 -1, mknodat 259 33, creat 85 -1, truncate 76 45
"""


def _table(text: str) -> dict[str, tuple[int, int]]:
    rows = (row.split() for row in text.replace("\n", " ").split(","))
    return {name: (int(first), int(second)) for name, first, second in rows}


REFUSED: Final = _table(",".join((_NETWORK, _PROCESSES, _SYSTEM, _CHANGES)))
"""Refused whatever is asked of them."""

UNKNOWN: Final = {"clone3": (435, 435), "openat2": (437, 437)}
"""Said not to exist, so that the C library falls back to an older call whose arguments a filter can see."""

CLONE: Final = (56, 220)
OPEN: Final = (2, -1)
OPENAT: Final = (257, 56)
OWN_PROCESS_ONLY: Final = {"kill": (62, 129), "tgkill": (234, 131), "prlimit64": (302, 261)}
"""Allowed where their first argument is the process itself (`prlimit64` also takes 0 for it)."""
