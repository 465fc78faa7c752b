"""Limits that a reading process puts on itself before it opens a stranger's file.

On POSIX these are resource limits, on Windows a job object: address space or committed memory,
processor time, no files written, no core dump. Past the memory limit an allocation fails (the
process reports it or aborts); past the time limit the system ends the process.
"""

import math
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _PROCESS_TIME, _PROCESS_MEMORY = 0x2, 0x100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x400  # no “program has stopped working” dialog
    _TICKS = 10_000_000  # 100 ns units in a second

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def confine(memory: int, seconds: float) -> None:
        """Limit this process to ``memory`` bytes and ``seconds`` of processor time.

        Raises:
            OSError: Windows refused; the caller must then not open the file.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _Extended()
        limits.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        limits.basic.process_time = math.ceil(seconds * _TICKS)
        limits.process_memory = memory
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        done = job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), size
        )
        # The handle is never closed: the job lives as long as the process.
        if not done or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def confine(memory: int, seconds: float) -> None:
        """Limit this process to ``memory`` bytes and ``seconds`` of processor time.

        Raises:
            OSError: the system refused; the caller must then not open the file.
        """
        time = math.ceil(seconds) + 1
        wanted = (
            (resource.RLIMIT_AS, memory, memory),
            (resource.RLIMIT_CPU, time, time + 1),  # at the soft limit SIGXCPU says why
            (resource.RLIMIT_FSIZE, 0, 0),
            (resource.RLIMIT_CORE, 0, 0),
        )
        for kind, soft, hard in wanted:
            most = resource.getrlimit(kind)[1]
            if most == resource.RLIM_INFINITY or most > hard:
                resource.setrlimit(kind, (soft, hard))
            else:
                resource.setrlimit(kind, (min(soft, most), most))
