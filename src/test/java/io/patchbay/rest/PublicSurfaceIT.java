package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What answers to somebody who is not signed in: this list and nothing else. */
@RestTest
class PublicSurfaceIT {

  private static final String PAGE = "302 to sign-in";

  @LocalServerPort int port;

  @Test
  void onlyTheseAddressesAnswer() {
    assertThat(
            answers(
                "/health",
                "/health/readiness",
                "/schemas/patchbay-api-1.schema.json",
                "/schemas/patchbay-flow-1.schema.json",
                "/api/v1/openapi.json",
                "/assets/theme/favicon.svg",
                "/sign-in",
                "/setup/some-token",
                "/invitation/some-token"))
        .as("open to all")
        .allSatisfy(line -> assertThat(line).startsWith("200 "));
    assertThat(
            answers(
                "/",
                "/sample",
                "/sample/flows",
                "/any/where",
                "/VAADIN/",
                "/error",
                "/login",
                "/oauth/callback?code=x&state=y",
                "/oauth/connect/sample/x?key=y"))
        .as("pages")
        .allSatisfy(line -> assertThat(line).startsWith(PAGE));
    assertThat(
            answers(
                "/api/v1",
                "/api/v1/me",
                "/api/v1/tokens",
                "/api/v1/users",
                "/api/v1/catalogue",
                "/api/v1/workspaces",
                "/api/v1/workspaces/sample",
                "/api/v1/nothing",
                "/api/v2/me",
                "/api/",
                "/sample-api/orders"))
        .as("with a token only")
        .allSatisfy(line -> assertThat(line).startsWith("401 "));
    assertThat(answers("/hooks/", "/hooks/sample/none", "/schemas/none", "/health/none"))
        .as("nothing there")
        .allSatisfy(line -> assertThat(line).startsWith("404 "));
  }

  /** The tricks by which other servers took a private address for a public one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me?/hooks/x",
        "/api/v1/me?x=/health",
        "/api/v1/me;/openapi.json",
        "/api/v1//openapi.json/../me",
        "/api/v1/openapi.json/../me",
        "/api/v1/workspaces/sample/apis/openapi.json",
        "/api/v1/me/openapi.json",
        "/api/v1/me/",
        "/API/v1/me",
        "/api/v1/%6de",
        "/health/../api/v1/me",
        "/hooks/../api/v1/me",
        "/hooks/..%2fapi/v1/me",
        "/hooks%2f../api/v1/me",
        "/schemas/..;/api/v1/me",
        "/sign-in/../api/v1/me",
        "//api/v1/me",
        "/sample/flows/health",
        "/sample/setup/x",
        "/VAADIN/../sample"
      })
  void noSpellingGetsRoundIt(String path) {
    var answer = raw("GET " + path + " HTTP/1.1");

    assertThat(answer)
        .as(path)
        .satisfiesAnyOf(
            line -> assertThat(line).startsWith("HTTP/1.1 40"),
            line -> assertThat(line).startsWith("HTTP/1.1 302"));
  }

  @Test
  void otherVerbsOpenNothing() {
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    for (var path : List.of("/", "/sample", "/setup/x", "/sign-out", "/logout", "/sign-in")) {
      var answer = Caller.nobody(port).send("POST", path, "x=y", form);
      assertThat(answer.status()).as(path).isIn(302, 403, 405);
    }
    assertThat(Caller.nobody(port).send("PUT", "/schemas/x", "{}", Map.of()).status())
        .isIn(302, 403, 404, 405);
  }

  @Test
  void pagesCarryTheHeadersThatProtectThem() {
    for (var path : List.of("/sign-in", "/", "/assets/theme/app.css")) {
      var answer = Caller.nobody(port).get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
      assertThat(answer.header("Strict-Transport-Security")).as(path).contains("max-age=");
    }
    var cookies = Caller.nobody(port).get("/sign-in").headers().allValues("Set-Cookie");
    assertThat(cookies)
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
  }

  private List<String> answers(String... paths) {
    var lines = new ArrayList<String>();
    for (var path : paths) {
      var answer = Caller.nobody(port).get(path);
      var to = answer.header("Location");
      lines.add(
          answer.status() == 302 && to != null && to.endsWith("/sign-in")
              ? PAGE + " " + path
              : answer.status() + " " + path);
    }
    return lines;
  }

  /** The first line of the answer, of a request that no client library would send. */
  private String raw(String requestLine) {
    try (var socket = new java.net.Socket("localhost", port)) {
      var out = socket.getOutputStream();
      out.write(
          (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.flush();
      var all =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return all.lines().findFirst().orElse("");
    } catch (java.io.IOException e) {
      throw new AssertionError(requestLine, e);
    }
  }
}
