package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the database is and who signs in; reads the spellings that operators use. */
record DatabaseAddress(String jdbcUrl, String user, String password) {

  /**
   * Accepts {@code jdbc:postgresql://…} and {@code postgres[ql]://user:password@host:port/name}.
   */
  static DatabaseAddress parse(String url, @Nullable String user, @Nullable String password) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(url, orElse(user, ""), orElse(password, ""));
    }
    if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
      throw refused();
    }
    try {
      return parse(new URI(url), user, password);
    } catch (URISyntaxException _) {
      throw refused();
    }
  }

  private static DatabaseAddress parse(URI uri, @Nullable String user, @Nullable String password) {
    if (uri.getHost() == null || uri.getRawPath() == null || uri.getRawPath().length() < 2) {
      throw refused();
    }
    var login = orElse(uri.getRawUserInfo(), "").split(":", 2);
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
        orElse(user, decode(login[0])),
        orElse(password, login.length > 1 ? decode(login[1]) : ""));
  }

  /** Host, port and name, without anything that may be secret. */
  String display() {
    return jdbcUrl.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return "DatabaseAddress[" + display() + ", user=" + user + ", password=***]";
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null || text.isBlank() ? other : text;
  }

  private static StartUpRefused refused() {
    return new StartUpRefused(
        "PATCHBAY_DATABASE_URL cannot be read: write jdbc:postgresql://host:5432/name or"
            + " postgres://user:password@host:5432/name.");
  }
}
