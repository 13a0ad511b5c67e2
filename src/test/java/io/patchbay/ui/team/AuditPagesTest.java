package io.patchbay.ui.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.account.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The log is read as far as somebody scrolls, each entry once. */
class AuditPagesTest {

  private final List<AuditEntry> log = IntStream.range(0, 250).mapToObj(i -> entry(i)).toList();
  private final List<Integer> reads = new ArrayList<>();
  private final AuditPages pages = new AuditPages(this::read);

  @Test
  void readsNoFurtherThanNeeded() {
    assertThat(pages.entries(0, 50)).containsExactlyElementsOf(log.subList(0, 50));
    assertThat(pages.entries(50, 50)).containsExactlyElementsOf(log.subList(50, 100));
    assertThat(reads).containsExactly(0);
  }

  @Test
  void goesOnAfterTheLastEntryThatItHas() {
    assertThat(pages.entries(90, 120)).containsExactlyElementsOf(log.subList(90, 210));
    assertThat(reads).containsExactly(0, 100, 200);
  }

  @Test
  void endsWhereTheLogEnds() {
    assertThat(pages.entries(240, 50)).containsExactlyElementsOf(log.subList(240, 250));
    assertThat(pages.entries(300, 50)).isEmpty();
    assertThat(reads).containsExactly(0, 100, 200);
  }

  private List<AuditEntry> read(@Nullable UUID before, int limit) {
    int from =
        before == null
            ? 0
            : IntStream.range(0, log.size())
                    .filter(i -> log.get(i).id().equals(before))
                    .findFirst()
                    .orElseThrow()
                + 1;
    reads.add(from);
    return log.subList(from, Math.min(from + limit, log.size()));
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
        new UUID(0, number), Instant.EPOCH, "ada@example.com", "renamed", "w" + number, null);
  }
}
