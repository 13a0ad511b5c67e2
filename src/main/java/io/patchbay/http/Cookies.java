package io.patchbay.http;

/** The one Cookie header of a request. */
final class Cookies {

  private Cookies() {}

  /** With one more {@code name=value} after those that are there. */
  static HeaderLines with(HeaderLines lines, String cookie, String origin) {
    var before = lines.find("cookie");
    var value = before == null ? cookie : before.value() + "; " + cookie;
    return lines.with(HeaderLine.of("Cookie", value, origin, true));
  }
}
