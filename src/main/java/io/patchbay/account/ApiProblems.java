package io.patchbay.account;

import io.patchbay.common.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Answers of the management API that are given before any controller: RFC 9457 like the others. */
final class ApiProblems {

  private ApiProblems() {}

  static void notSignedIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    var first = ApiAuthentication.isForFirstToken(request);
    var error = header == null || first ? "" : ", error=\"invalid_token\"";
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Patchbay\"" + error);
    if (first) {
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Patchbay\", charset=\"UTF-8\"");
    }
    write(
        response,
        401,
        "Not signed in",
        first
            ? "Send e-mail and password as Basic authentication, or a bearer token."
            : "Send 'Authorization: Bearer pb_…'; POST /api/v1/tokens with Basic authentication gives a token.");
  }

  static void refused(HttpServletResponse response, SignInRefused e) throws IOException {
    var wait = e.secondsToWait();
    if (wait > 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
      write(response, 429, "Too many attempts", String.valueOf(e.getMessage()));
    } else {
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Patchbay\", charset=\"UTF-8\"");
      write(response, 401, "Not signed in", String.valueOf(e.getMessage()));
    }
  }

  private static void write(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
  }
}
