package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A command and what the real curl 7.88 sent for it.
 *
 * @param oracle exit code and requests
 */
record CurlOracle(String id, String command, JsonNode oracle) {

  static List<CurlOracle> read(Stream<String> lines) {
    return lines
        .filter(line -> !line.isBlank())
        .map(Json.MAPPER::readTree)
        .map(row ->
            new CurlOracle(
                row.get("id").asString(), row.get("command").asString(), row.get("oracle")))
        .toList();
  }

  int exit() {
    return oracle.get("exit").asInt();
  }

  /** All requests that a script stands for, as curl sends them; what is refused is left out. */
  static List<CurlRequest> requests(String script) {
    List<CurlRequest> requests = new ArrayList<>();
    for (var command : CurlScript.read(script).commands()) {
      try {
        for (var group : CurlOptions.parse(command.arguments())) {
          requests.addAll(CurlTransfers.of(group, command.input()).requests());
        }
      } catch (InvalidException e) {
        // Left out, as it will be in the list of issues.
      }
    }
    return requests;
  }

  /** Fails where what was read is not what curl sent. */
  void check() {
    var requests = requests(command);
    JsonNode expected = oracle.get("requests");
    assertThat(requests).as(id + " requests").hasSize(expected.size());
    for (int i = 0; i < requests.size(); i++) {
      check(requests.get(i), expected.get(i));
    }
  }

  private void check(CurlRequest request, JsonNode expected) {
    assertThat(request.verb()).as(id + " verb").isEqualTo(expected.get("method").asString());
    assertThat(request.target()).as(id + " target").isEqualTo(expected.get("target").asString());
    assertThat(request.url().scheme().equals("https"))
        .as(id + " TLS")
        .isEqualTo(expected.get("tls").asBoolean());
    boolean multipart = !request.parts().isEmpty();
    assertThat(headers(request, multipart))
        .as(id + " headers")
        .isEqualTo(headers(expected, multipart));
    String body = expected.get("bodyUtf8").asString();
    if (multipart) {
      assertThat(MultipartText.written(request.parts()))
          .as(id + " parts")
          .isEqualTo(MultipartText.parts(body));
    } else if (!request.upload()) {
      assertThat(request.body() == null ? "" : request.body()).as(id + " body").isEqualTo(body);
    }
  }

  private static List<String> headers(CurlRequest request, boolean multipart) {
    return request.headers().stream()
        .filter(header -> !(multipart && header.is("Content-Length")))
        .map(header -> header.name() + ": " + withoutBoundary(header.text()))
        .toList();
  }

  private static List<String> headers(JsonNode expected, boolean multipart) {
    List<String> lines = new ArrayList<>();
    for (JsonNode header : expected.get("headers")) {
      String name = header.get(0).asString();
      if (!(multipart && name.equals("Content-Length"))) {
        lines.add(name + ": " + withoutBoundary(header.get(1).asString()));
      }
    }
    return lines;
  }

  private static String withoutBoundary(String value) {
    return value.replaceAll("boundary=(-{10,}.*|\\?)", "boundary=?");
  }

  @Override
  public String toString() {
    return id;
  }
}
