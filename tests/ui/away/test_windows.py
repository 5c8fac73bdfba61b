"""The messages of Windows, judged by a plain function: the lock, another user, sleep and the lid; nothing else."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray

from ui.away.windows import LID, POWER, SESSION, SETTING, PowerSetting, WindowsSession, left


def setting(kind: bytes, value: int) -> PowerSetting:
    return PowerSetting((ctypes.c_ubyte * 16).from_buffer_copy(kind), 4, value)


CLOSED, OPENED = setting(LID.bytes_le, 0), setting(LID.bytes_le, 1)
OTHER = setting(bytes(range(16)), 0)


@pytest.mark.parametrize("word", [0x7, 0x2, 0x4, 0x6])
def test_a_session_that_is_locked_or_anothers(word):
    assert left(SESSION, word)


@pytest.mark.parametrize("word", [0x1, 0x3, 0x5, 0x8, 0x9])
def test_a_session_that_comes_back(word):
    assert not left(SESSION, word)


def test_sleep_and_waking():
    assert left(POWER, 0x4)
    assert not left(POWER, 0x7)
    assert not left(POWER, 0x12)
    assert not left(POWER, 0xA)


def test_the_lid():
    assert left(POWER, SETTING, CLOSED)
    assert not left(POWER, SETTING, OPENED)
    assert not left(POWER, SETTING, OTHER)
    assert not left(POWER, SETTING)


def test_other_messages_mean_nothing():
    assert not left(0x0100, 0x7)
    assert not left(0x000F, 0x4)


@pytest.mark.parametrize(
    ("message", "word", "told", "heard"),
    [(SESSION, 0x7, None, 1), (POWER, SETTING, CLOSED, 1), (POWER, SETTING, OPENED, 0), (0x0100, 0x41, None, 0)],
)
def test_a_real_message_is_read_where_it_lies(qapp, message, word, told, heard):
    session = WindowsSession()
    count = []
    session.left.connect(lambda: count.append(1))
    msg = wintypes.MSG()
    msg.message, msg.wParam = message, word
    msg.lParam = ctypes.addressof(told) if told else 0
    assert session.messages.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(msg)) == (False, 0)
    assert len(count) == heard


def test_a_message_of_another_system_is_not_touched(qapp):
    session = WindowsSession()
    assert session.messages.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
