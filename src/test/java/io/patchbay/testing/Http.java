package io.patchbay.testing;

import io.patchbay.common.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Requests as a client outside of the server sends them. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final String authorization;

  private Http(String base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  /** A client without credentials. */
  public static Http to(String base) {
    return new Http(base, "");
  }

  public Http withBasic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Http(base, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public Http withBearer(String token) {
    return new Http(base, "Bearer " + token);
  }

  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  public Answer putYaml(String path, String yaml) {
    return send("PUT", path, "application/yaml", yaml);
  }

  /** Any request. */
  public Answer send(String verb, String path, String contentType, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                verb,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(verb + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> raw) {

    public int status() {
      return raw.statusCode();
    }

    public String text() {
      return raw.body();
    }

    public JsonNode json() {
      return Json.MAPPER.readTree(raw.body());
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    /** This answer, if its status is 200 to 299. */
    public Answer expectSuccess() {
      return status() / 100 == 2 ? this : expect(200);
    }

    /** This answer, if its status is the expected one. */
    public Answer expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            "%s %s answered %d, not %d:\n%s"
                .formatted(raw.request().method(), raw.uri(), status(), status, text()));
      }
      return this;
    }
  }
}
