package io.patchbay.rest;

import io.patchbay.common.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls the management API as a client would. */
record Caller(int port, @Nullable String authorization) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What came back. */
  record Answer(int status, String type, java.net.http.HttpHeaders headers, String body) {

    JsonNode json() {
      return Json.MAPPER.readTree(body);
    }

    @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  static Caller nobody(int port) {
    return new Caller(port, null);
  }

  Caller withToken(String token) {
    return new Caller(port, "Bearer " + token);
  }

  Caller withPassword(String email, String password) {
    var pair =
        Base64.getEncoder()
            .encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new Caller(port, "Basic " + pair);
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  Answer post(String path, @Nullable Object body) {
    return send("POST", path, body == null ? null : Json.write(body), Map.of());
  }

  Answer put(String path, Object body) {
    return send("PUT", path, Json.write(body), Map.of());
  }

  Answer send(String verb, String path, @Nullable String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    headers.forEach(request::header);
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      var type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError(verb + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
