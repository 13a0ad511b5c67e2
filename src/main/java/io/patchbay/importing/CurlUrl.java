package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as curl takes it apart.
 *
 * @param user user and password before the host, still percent-encoded
 * @param host with port
 * @param path with a slash in front
 * @param query without the question mark
 */
record CurlUrl(
    String scheme, @Nullable String user, String host, String path, @Nullable String query) {

  private static final Pattern SCHEME =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://?/?(.*)", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile("([^:\\[\\]]*|\\[[^\\[\\]]*]):([^:]*)");
  private static final Pattern ODD = Pattern.compile("[\\x00-\\x20\\x7f]");

  /**
   * Takes an address apart.
   *
   * @throws InvalidException when curl would refuse it, or it is not http
   */
  static CurlUrl parse(String url) {
    if (url.isEmpty()) {
      throw new InvalidException("", "The address is empty.");
    }
    refuseSpaces(url);
    var matcher = SCHEME.matcher(url);
    boolean given = matcher.matches();
    String scheme = given ? matcher.group(1).toLowerCase(Locale.ROOT) : "http";
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InvalidException(
          "", "An address with %s: is no REST API; http or https is needed.".formatted(scheme));
    }
    return parse(scheme, given ? matcher.group(2) : url);
  }

  private static void refuseSpaces(String text) {
    var odd = ODD.matcher(text);
    if (odd.find()) {
      throw new InvalidException(
          "",
          "The address has a space or a control character in position %d; write %%20 for a space."
              .formatted(odd.start() + 1));
    }
  }

  /** Refuses as curl does, for an address that was put together of pieces. */
  void refuseSpaces() {
    refuseSpaces(address());
  }

  private static CurlUrl parse(String scheme, String afterScheme) {
    String rest = afterScheme.split("#", 2)[0];
    int end = firstOf(rest, "/?");
    String authority = rest.substring(0, end);
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1);
    if (host.isEmpty() || host.indexOf('\\') >= 0) {
      throw new InvalidException("", "The address has no host.");
    }
    host = withPlainPort(host);
    int mark = rest.indexOf('?', end);
    String path = rest.substring(end, mark < 0 ? rest.length() : mark);
    return new CurlUrl(
        scheme,
        at < 0 ? null : authority.substring(0, at),
        host,
        path.isEmpty() ? "/" : path,
        mark < 0 ? null : rest.substring(mark + 1));
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static String withPlainPort(String host) {
    var port = PORT.matcher(host);
    if (!port.matches() || port.group(2).indexOf('{') >= 0 || port.group(2).indexOf('$') >= 0) {
      return host;
    }
    String digits = port.group(2);
    if (digits.isEmpty()) {
      return port.group(1);
    }
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) > 65_535) {
      throw new InvalidException("", "The port in the address is no number up to 65535.");
    }
    return port.group(1) + ":" + Integer.parseInt(digits);
  }

  /** With a further piece of query. */
  CurlUrl withQuery(String more) {
    String joined = query == null || query.isEmpty() ? more : query + "&" + more;
    return more.isEmpty() ? this : new CurlUrl(scheme, user, host, path, joined);
  }

  /** With the name of an uploaded file where the path ends with a slash. */
  CurlUrl withPath(String newPath) {
    return new CurlUrl(scheme, user, host, newPath, query);
  }

  /** What stands in the request line. */
  String target(boolean asIs) {
    String sent = encoded(asIs ? path : withoutDots(path));
    return query == null ? sent : sent + "?" + query;
  }

  private static String encoded(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      out.append(b < 0 ? String.format("%%%02x", b & 0xFF) : String.valueOf((char) b));
    }
    return out.toString();
  }

  /** RFC 3986 section 5.2.4. */
  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i].replaceAll("(?i)%2e", ".");
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        kept.pollLast();
      }
      if (!segment.equals("..") && !segment.equals(".")) {
        kept.addLast(segments[i]);
      } else if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** The host as it stands in a request: without a port that goes without saying. */
  String hostHeader() {
    String usual = scheme.equals("https") ? ":443" : ":80";
    return host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
  }

  /** Without user and password. */
  String address() {
    return scheme + "://" + host + path + (query == null ? "" : "?" + query);
  }

  /** Without user, password and query: secrets may be among them. */
  @Override
  public String toString() {
    return scheme + "://" + host + path;
  }
}
