package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart, with places for values written as {@code {name}}.
 *
 * @param origin scheme, host and port
 * @param user user and password before the host, decoded
 * @param segments of the path, as they are encoded; the last one is empty where a slash ends it
 * @param query decoded
 * @param places what the source says about names in braces in the path
 */
record ExchangeUrl(
    String origin,
    @Nullable String user,
    List<String> segments,
    List<Field> query,
    List<Field> places) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?is)(?:([a-z][a-z0-9+.-]*):)?(?://)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final int LONGEST = 50_000;
  private static final int MOST_SEGMENTS = 100;
  private static final int MOST_FIELDS = 5_000;

  ExchangeUrl {
    segments = List.copyOf(segments);
    query = List.copyOf(query);
    places = List.copyOf(places);
  }

  /**
   * Takes an address apart.
   *
   * @throws InvalidException when it is none, or not http
   */
  static ExchangeUrl parse(String address) {
    if (address.length() > LONGEST) {
      throw new InvalidException(
          "", "The address is longer than %,d characters.".formatted(LONGEST));
    }
    String text = withoutPlacesInFront(address.strip());
    var matcher = ADDRESS.matcher(text);
    if (!matcher.matches() || matcher.group(2).isBlank()) {
      throw new InvalidException(
          "", address.isBlank() ? "The address is empty." : "This is no address with a host.");
    }
    boolean hasScheme =
        matcher.group(1) != null && text.regionMatches(true, matcher.end(1), "://", 0, 3);
    String assumed = Placeholders.names(matcher.group(2)).isEmpty() ? "http" : "https";
    String scheme = hasScheme ? matcher.group(1).toLowerCase(Locale.ROOT) : assumed;
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InvalidException(
          "", "An address with %s: is no REST API; http or https is needed.".formatted(scheme));
    }
    String authority =
        hasScheme || matcher.group(1) == null
            ? matcher.group(2)
            : matcher.group(1) + ":" + matcher.group(2);
    return of(scheme, authority, matcher.group(3), matcher.group(4));
  }

  /** Places in braces may hold any character, so they are made plain first. */
  private static String withoutPlacesInFront(String text) {
    int end = text.indexOf('?');
    String front = end < 0 ? text : text.substring(0, end);
    return Placeholders.inBraces(front) + (end < 0 ? "" : text.substring(end));
  }

  private static ExchangeUrl of(
      String scheme, String authority, String path, @Nullable String query) {
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
    if (!Placeholders.names(host).isEmpty()) {
      host = authority.substring(at + 1);
    }
    host = checked(scheme, host);
    String usual = scheme.equals("https") ? ":443" : ":80";
    String origin =
        scheme
            + "://"
            + (host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host);
    return new ExchangeUrl(
        origin,
        at < 0 ? null : decode(authority.substring(0, at), false),
        segments(path),
        query(query),
        List.of());
  }

  /** The host in ASCII, when an address can have it; names in braces stand for anything. */
  private static String checked(String scheme, String host) {
    try {
      boolean plain = host.chars().allMatch(c -> c < 128);
      String ascii = plain ? host : IDN.toASCII(host);
      String filled = ascii.replaceAll(":\\{[^{}]+}$", ":443").replaceAll("\\{[^{}]+}", "x");
      if (new URI(scheme + "://" + filled).getHost() != null) {
        return ascii;
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Said below.
    }
    throw new InvalidException("", "This is no address with a host that can be called.");
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty() && segments.size() < MOST_SEGMENTS) {
        segments.add(Placeholders.segmentInBraces(segment));
      }
    }
    if (path.endsWith("/") && !segments.isEmpty()) {
      segments.add("");
    }
    return segments;
  }

  /** The fields of a query or of a form, decoded. */
  static List<Field> query(@Nullable String text) {
    List<Field> fields = new ArrayList<>();
    if (text == null || text.isEmpty()) {
      return fields;
    }
    for (String pair : text.split("&", MOST_FIELDS)) {
      if (!pair.isEmpty() && fields.size() < MOST_FIELDS - 1) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        if (!name.isEmpty()) {
          fields.add(Field.of(name, equals < 0 ? null : decode(pair.substring(equals + 1), true)));
        }
      }
    }
    return fields;
  }

  /** Text that is encoded wrong stays as it is. */
  static String decode(String text, boolean plusIsSpace) {
    try {
      return URLDecoder.decode(
          plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  ExchangeUrl withQuery(List<Field> newQuery) {
    return new ExchangeUrl(origin, user, segments, newQuery, places);
  }

  ExchangeUrl withPlaces(List<Field> newPlaces) {
    return new ExchangeUrl(origin, user, segments, query, newPlaces);
  }

  /** Without what may be secret. */
  @Override
  public String toString() {
    return origin + "/" + String.join("/", segments);
  }
}
