package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with the plain pages of the server: cookies, the sign-in form. */
final class FormBrowser {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  final Map<String, String> cookies = new HashMap<>();
  private final int port;

  FormBrowser(int port) {
    this.port = port;
  }

  Caller.Answer get(String path) {
    return note(Caller.nobody(port).send("GET", path, null, headers()));
  }

  Caller.Answer signIn(String email, String password, boolean keep) {
    var page = CSRF.matcher(get("/sign-in").body());
    assertThat(page.find()).isTrue();
    var form =
        "_csrf=%s&email=%s&password=%s%s"
            .formatted(
                encode(page.group(1)), encode(email), encode(password), keep ? "&keep=on" : "");
    var headers = headers();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    return note(Caller.nobody(port).send("POST", "/sign-in", form, headers));
  }

  boolean isSignedIn() {
    var answer = get("/sample/flows");
    return answer.status() == 200;
  }

  private Map<String, String> headers() {
    var headers = new HashMap<String, String>();
    if (!cookies.isEmpty()) {
      headers.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers;
  }

  private Caller.Answer note(Caller.Answer answer) {
    for (var cookie : answer.headers().allValues("Set-Cookie")) {
      var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
      if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
