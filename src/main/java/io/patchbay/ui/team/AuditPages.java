package io.patchbay.ui.team;

import io.patchbay.account.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the log page by page as far as somebody scrolls, and keeps what was read. */
final class AuditPages {

  /** Reads entries older than {@code before}, or the latest ones when it is null. */
  @FunctionalInterface
  interface Source {
    List<AuditEntry> read(@Nullable UUID before, int limit);
  }

  private static final int PAGE = 100;

  private final Source source;
  private final List<AuditEntry> read = new ArrayList<>();
  private boolean complete;

  AuditPages(Source source) {
    this.source = source;
  }

  /** The entries from {@code offset} on, at most {@code limit}. */
  Stream<AuditEntry> entries(int offset, int limit) {
    while (!complete && read.size() < offset + limit) {
      UUID before = read.isEmpty() ? null : read.getLast().id();
      List<AuditEntry> page = source.read(before, PAGE);
      read.addAll(page);
      complete = page.size() < PAGE;
    }
    return read
        .subList(Math.min(offset, read.size()), Math.min(offset + limit, read.size()))
        .stream();
  }
}
