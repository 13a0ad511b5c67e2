package io.patchbay.http;

import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import io.patchbay.credential.SignRecipe;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signature recipe makes of an example request, signed with an example key.
 *
 * @param text what is signed; absent when the recipe is not right
 * @param sent the lines that it adds to the request
 * @param problem what is wrong with the recipe; absent when nothing is
 */
public record SignaturePreview(@Nullable String text, List<Sent> sent, @Nullable String problem) {

  private static final String BODY = "{\"item\":\"book\",\"count\":2}";
  private static final String TARGET = "/orders?limit=10&after=a%20b";
  private static final Origin EXAMPLE = Origin.of("https://api.example.com");
  private static final String NONCE = "b1946ac92492d234";

  /**
   * A header or query parameter.
   *
   * @param place {@code header} or {@code query}
   */
  public record Sent(String place, String name, String value) {}

  /**
   * Tries the recipe.
   *
   * @param baseUrl of the API; an example's when it is no address yet
   * @param variables what expressions see as {@code env}
   */
  public static SignaturePreview of(
      SignRecipe recipe, String baseUrl, Map<String, ?> variables, Instant now) {
    var names = new HashMap<String, @Nullable Object>();
    names.put("env", variables);
    names.putAll(SigningNames.of(now, NONCE, "key-1"));
    var before = example(baseUrl);
    try {
      var run =
          new RecipeRun(
              CompiledRecipe.of(recipe), HmacKey.example(recipe), names, "credential", false);
      var signed = run.sign(before);
      return new SignaturePreview(run.text(before), added(before, signed), null);
    } catch (CallRefused e) {
      return new SignaturePreview(null, List.of(), e.failure().detail());
    }
  }

  private static Outgoing example(String baseUrl) {
    var headers =
        HeaderLines.NONE.with(HeaderLine.of("Content-Type", "application/json", "method", false));
    return new Outgoing(
        "POST",
        address(baseUrl),
        headers,
        Body.of(BODY.getBytes(StandardCharsets.UTF_8), "application/json"));
  }

  private static Address address(String baseUrl) {
    try {
      var url = new URI(baseUrl.strip());
      var path = url.getRawPath() == null ? "" : url.getRawPath().replaceFirst("/+$", "");
      return Address.of(Origin.of(url), path + TARGET);
    } catch (URISyntaxException | InvalidException _) {
      return Address.of(EXAMPLE, TARGET);
    }
  }

  private static List<Sent> added(Outgoing before, Outgoing signed) {
    var all = new ArrayList<Sent>();
    var query = signed.address().path().substring(before.address().path().length());
    for (var pair : query.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        all.add(new Sent("query", pair.substring(0, equals), pair.substring(equals + 1)));
      }
    }
    for (var line : signed.headers()) {
      if ("credential".equals(line.origin())) {
        all.add(new Sent("header", line.name(), line.value()));
      }
    }
    return List.copyOf(all);
  }
}
