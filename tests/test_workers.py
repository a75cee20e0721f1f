"""Processes that work for the server: their time, their memory, their end, and who hears of it."""

import operator
import os
import signal
import threading
import time
from contextlib import closing

import pytest

from dashboard.workers import crew as crews
from dashboard.workers.crew import Crew, done_here
from dashboard.workers.process import EndedError, LateError, Process, job_of
from dashboard.workers.work import NICENESS, send, tell

WAIT_S = 10


@pytest.fixture(scope="module")
def crew():
    with closing(Crew(2, os.chdir)) as working:
        yield working


class Known:
    """What a process has to know: a folder."""


def working(crew, function, *given, longest_s=WAIT_S, **more):
    return crew.work(function, *given, longest_s=longest_s, **more)


def test_jobs_are_done_elsewhere_after_those_who_read(crew):
    pids = {working(crew, os.getpid) for _ in range(4)}
    assert os.getpid() not in pids
    assert len(pids) <= 2
    assert working(crew, os.nice, 0) == min(19, os.nice(0) + NICENESS)
    # What is printed on the way spoils no answer.
    assert working(crew, print, "printed") is None
    told = []
    working(crew, tell, 0.5, told=told.append)
    done_here(tell, 1, told=told.append)
    assert told == [0.5, 1]


def test_a_process_is_given_once_what_it_has_to_know(crew, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        known = Known()
        known.copy = os.fsencode(tmp_path / name)
        crew.get_ready(known)
        assert working(crew, os.getcwd, known=known) == str(tmp_path / name)
        known.copy = b"/nowhere"
        assert working(crew, os.getcwd, known=known) == str(tmp_path / name)


def test_an_error_comes_back_with_where_it_was(crew):
    with pytest.raises(ZeroDivisionError) as raised:
        working(crew, operator.truediv, 1, 0)
    assert "_outcome" in str(raised.value.__cause__)
    # What cannot be sent is one, too.
    with pytest.raises(RuntimeError, match="pickle"):
        working(crew, threading.Lock)


def test_a_job_that_takes_too_long_ends_with_its_process(crew):
    pid = working(crew, os.getpid)
    with pytest.raises(LateError):
        working(crew, time.sleep, WAIT_S, longest_s=0.1)
    assert working(crew, os.getpid) != pid


def test_a_process_that_is_killed_is_replaced_and_its_job_done_again(crew):
    # While it waits.
    os.kill(working(crew, os.getpid), signal.SIGKILL)
    assert working(crew, operator.add, 1, 1) == 2
    # While it works.
    pid = working(crew, os.getpid)
    done = []
    job = threading.Thread(target=lambda: done.append(working(crew, time.sleep, 0.3)))
    job.start()
    time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    job.join(WAIT_S)
    assert done == [None]
    # Twice is too often.
    with pytest.raises(EndedError):
        working(crew, os._exit, 1)


def test_a_process_that_has_used_too_much_memory_is_replaced(crew, monkeypatch):
    pid = working(crew, os.getpid)
    monkeypatch.setattr(crews, "MOST_MB", 1.0)
    assert working(crew, os.getpid) in {pid, *crew.pids()}
    assert pid not in crew.pids()


def test_as_many_work_at_once_as_ask_and_those_that_rest_end(monkeypatch):
    monkeypatch.setattr(crews, "IDLE_S", 0.2)
    with closing(Crew(3)) as crew:
        asked = [threading.Thread(target=working, args=(crew, time.sleep, 0.3)) for _ in range(3)]
        for each in asked:
            each.start()
        while crew.numbers()["working"] < len(asked):
            time.sleep(0.01)
        for each in asked:
            each.join()
        end = time.monotonic() + WAIT_S
        while crew.numbers() != {"working": 0, "waiting": 1} and time.monotonic() < end:
            time.sleep(0.02)
        assert crew.numbers() == {"working": 0, "waiting": 1}
    assert crew.pids() == []


def test_a_process_ends_with_whoever_started_it():
    process = Process()
    send(process._process.stdin, job_of(time.sleep, WAIT_S))
    # Our end of it is closed by the machine when we end, however that is.
    process._process.stdin.close()
    assert process._process.wait(WAIT_S / 2) == 0
    process.end()
