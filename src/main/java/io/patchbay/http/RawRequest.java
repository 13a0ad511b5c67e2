package io.patchbay.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;

/** The few requests of a diagnosis, written by hand: they carry nothing but their address. */
final class RawRequest {

  private static final int MOST_BYTES = 32 * 1024;

  private RawRequest() {}

  /**
   * The head of an answer.
   *
   * @param date what the server takes for the time; empty when it does not say
   */
  record Head(int status, Optional<Instant> date) {}

  /** Asks a proxy for a tunnel; its status. */
  static int connect(Socket socket, HttpHost target) throws IOException {
    return send(socket, "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\n\r\n".formatted(authority(target)))
        .status();
  }

  /** Asks for the head of a page. */
  static Head head(Socket socket, HttpHost host, String target) throws IOException {
    return send(
        socket,
        "HEAD %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: Patchbay/1.0\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(target, authority(host)));
  }

  private static String authority(HttpHost host) {
    var name = host.getHostName();
    return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + host.getPort();
  }

  private static Head send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    var lines = read(socket).lines().toList();
    var words = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("\\d{3}")) {
      throw new IOException("that is no HTTP");
    }
    var date =
        lines.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("date:"))
            .findFirst()
            .flatMap(line -> instant(line.substring("date:".length()).strip()));
    return new Head(Integer.parseInt(words[1]), date);
  }

  /** Byte by byte, as what follows a proxy's answer is another's. */
  private static String read(Socket socket) throws IOException {
    var head = new ByteArrayOutputStream();
    var in = socket.getInputStream();
    var ends = 0;
    while (ends < 2 && head.size() < MOST_BYTES) {
      var next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
