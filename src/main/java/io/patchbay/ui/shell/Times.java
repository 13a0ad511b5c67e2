package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes moments and durations for people, in the time zone of their browser. */
@Component
public class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);

  private final InstantSource clock;

  Times(InstantSource clock) {
    this.clock = clock;
  }

  /** This very moment. */
  public Instant now() {
    return clock.instant();
  }

  /** For example {@code Today 14:02:10} or {@code 3 Nov 14:02:10}. */
  public String moment(Instant instant) {
    var at = instant.atZone(zone());
    return day(instant) + " " + SECONDS.format(at);
  }

  /** As {@link #moment}, without seconds. */
  public String minute(Instant instant) {
    return day(instant) + " " + CLOCK.format(instant.atZone(zone()));
  }

  /** For example {@code 3 Jan 2027}. */
  public String date(Instant instant) {
    return YEAR.format(instant.atZone(zone()));
  }

  /** The day, time and time zone in full, for titles. */
  public String full(Instant instant) {
    return FULL.format(instant.atZone(zone()));
  }

  /** For example {@code 3 min ago}, {@code yesterday}, {@code 3 Nov}. */
  public String ago(Instant instant) {
    Duration age = Duration.between(instant, now());
    if (age.toSeconds() < 10) {
      return "just now";
    }
    if (age.toMinutes() < 1) {
      return age.toSeconds() + " s ago";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    if (age.toHours() < 12) {
      return age.toHours() + " h ago";
    }
    return minute(instant);
  }

  /** For example {@code 41 min} or {@code 9 h 50 min}; nothing less than a minute but seconds. */
  public static String span(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return minutes % 60 == 0 ? hours + " h" : "%d h %d min".formatted(hours, minutes % 60);
    }
    return hours / 24 + " days";
  }

  /** For example {@code 0.4 ms}, {@code 402 ms}, {@code 1.24 s}, {@code 4 min 3 s}. */
  public static String duration(double ms) {
    if (ms < 10) {
      return String.format(Locale.ROOT, ms == Math.rint(ms) ? "%.0f ms" : "%.1f ms", ms);
    }
    if (ms < 1_000) {
      return Math.round(ms) + " ms";
    }
    if (ms < 60_000) {
      return String.format(Locale.ROOT, "%.2f s", ms / 1_000);
    }
    long seconds = Math.round(ms / 1_000);
    return seconds < 3_600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3_600, seconds / 60 % 60);
  }

  private String day(Instant instant) {
    LocalDate date = instant.atZone(zone()).toLocalDate();
    LocalDate today = now().atZone(zone()).toLocalDate();
    if (date.equals(today)) {
      return "Today";
    }
    if (date.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    return (date.getYear() == today.getYear() ? DAY : YEAR).format(date);
  }

  private static ZoneId zone() {
    UI ui = UI.getCurrent();
    String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
    if (id == null || id.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
