package io.patchbay.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at the pages of the {@code oidc-provider}: signs in, consents or does not, until the
 * provider sends the browser back.
 */
public final class ConsentPages {

  private static final Pattern FORM =
      Pattern.compile(
          "<form[^>]*action=\"([^\"]+)\".*?name=\"prompt\" value=\"(\\w+)\"", Pattern.DOTALL);

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String callback;

  /**
   * @param callback where the provider sends the browser back to
   */
  public ConsentPages(String callback) {
    this.callback = callback;
  }

  /** Consents, and gives where the browser is sent then, with path and query only. */
  public String consent(String authorization) {
    return walk(authorization, true);
  }

  /** Does not consent. */
  public String refuse(String authorization) {
    return walk(authorization, false);
  }

  private String walk(String authorization, boolean consents) {
    var at = URI.create(authorization);
    var answer = send(HttpRequest.newBuilder(at));
    for (int pages = 0; pages < 20; pages++) {
      var location = answer.headers().firstValue("Location");
      if (location.isPresent()) {
        at = at.resolve(location.get());
        if (at.toString().startsWith(callback)) {
          return at.getRawPath() + "?" + at.getRawQuery();
        }
        answer = send(HttpRequest.newBuilder(at));
        continue;
      }
      var form = FORM.matcher(answer.body());
      if (answer.statusCode() != 200 || !form.find()) {
        throw new AssertionError(at + " answered " + answer.statusCode() + ": " + answer.body());
      }
      if (!consents && form.group(2).equals("consent")) {
        at = at.resolve(at.getPath() + "/abort");
        answer = send(HttpRequest.newBuilder(at));
        continue;
      }
      at = at.resolve(form.group(1));
      var fields = Map.of("prompt", form.group(2), "login", "ada", "password", "any");
      answer =
          send(
              HttpRequest.newBuilder(at)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form(fields))));
    }
    throw new AssertionError("The provider does not send the browser back: " + at);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
