package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Span;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Visit;

/** How long a certificate still holds, in words and as a state. */
public final class Expiry {

  private static final long DAYS_OF_A_YEAR = 365;

  private Expiry() {}

  /** For example {@code 41 days left}, {@code ends today}, {@code expired 3 days ago}. */
  public static String words(long daysLeft) {
    if (daysLeft < 0) {
      return daysLeft == -1 ? "expired" : "expired %d days ago".formatted(-daysLeft);
    }
    if (daysLeft == 0) {
      return "ends today";
    }
    if (daysLeft == 1) {
      return "1 day left";
    }
    return daysLeft < 2 * DAYS_OF_A_YEAR
        ? "%d days left".formatted(daysLeft)
        : "%d years left".formatted(daysLeft / DAYS_OF_A_YEAR);
  }

  /** Icon and word. */
  public static Span badge(CertificateView certificate) {
    String tone = tone(certificate);
    return switch (tone) {
      case "failed" ->
          Badges.state(
              Icons.CIRCLE_X, tone, certificate.daysLeft() < 0 ? "Expired" : "Expires soon");
      case "waiting" -> Badges.state(Icons.CLOCK, tone, "Expires soon");
      default -> Badges.state(Icons.CIRCLE_CHECK, tone, "Valid");
    };
  }

  /** The address of its details. */
  public static String path(Visit visit, CertificateView certificate) {
    return CredentialsTab.path(visit, CredentialsTab.CERTIFICATES, certificate.name());
  }

  /** The colour: amber from 30 days on, red from 7 days on. */
  public static String tone(CertificateView certificate) {
    Integer level = certificate.expiryLevel();
    if (level == null) {
      return "succeeded";
    }
    return level <= 7 ? "failed" : "waiting";
  }
}
