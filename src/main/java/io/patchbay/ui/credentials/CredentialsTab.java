package io.patchbay.ui.credentials;

import io.patchbay.ui.shell.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One of the tabs of the credentials page. */
interface CredentialsTab {

  String CREDENTIALS = "credentials";
  String TOKENS = "tokens";
  String CERTIFICATES = "certificates";

  /**
   * Loads what it shows.
   *
   * @param selected the name of what is to be chosen; absent for nothing
   */
  void show(@Nullable String selected);

  /** The address of a tab with something chosen in it. */
  static String path(Visit visit, String tab, String selected) {
    return "%s?tab=%s&name=%s"
        .formatted(
            visit.path("credentials"),
            tab,
            URLEncoder.encode(selected, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
