package io.patchbay.http;

import io.patchbay.credential.SignRecipe;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a signature recipe.
 *
 * @param names what its expressions see, still without the request
 * @param origin where its headers come from, as in {@link SentRequest.Header}
 * @param isHidden whether what it sets is masked when shown
 */
record RecipeRun(
    CompiledRecipe recipe,
    HmacKey key,
    Map<String, @Nullable Object> names,
    String origin,
    boolean isHidden) {

  /** Sets what comes first, signs, and sets the signature and what comes last. */
  Outgoing sign(Outgoing request) {
    var prepared = prepare(request);
    var seen = over(prepared);
    seen.put("signature", encoded(key.sign(recipe.text().write(seen))));
    var asked = recipe.recipe();
    var value = recipe.value().write(seen);
    var signed =
        asked.in() == SignRecipe.In.HEADER
            ? prepared.withHeader(HeaderLine.of(asked.name(), value, origin, isHidden))
            : withQuery(prepared, asked.name(), value);
    return withHeaders(signed, recipe.last(), seen);
  }

  /** What is signed. */
  String text(Outgoing request) {
    return recipe.text().write(over(prepare(request)));
  }

  private Outgoing prepare(Outgoing request) {
    var prepared = request;
    for (var parameter : recipe.query()) {
      var text = parameter.value().write(over(prepared));
      prepared = withQuery(prepared, parameter.name(), text);
    }
    return withHeaders(prepared, recipe.first(), over(prepared));
  }

  private HashMap<String, @Nullable Object> over(Outgoing request) {
    var seen = new HashMap<String, @Nullable Object>(names);
    seen.put("request", SigningNames.request(request, recipe::readsOfRequest));
    return seen;
  }

  private Outgoing withHeaders(
      Outgoing request, List<CompiledRecipe.Named> headers, Map<String, @Nullable Object> seen) {
    var with = request;
    for (var header : headers) {
      var text = header.value().write(seen);
      // Without a value, such as a key id that the credential does not have, none is sent.
      if (!text.isEmpty()) {
        with = with.withHeader(HeaderLine.of(header.name(), text, origin, isHidden));
      }
    }
    return with;
  }

  private Outgoing withQuery(Outgoing request, String name, String value) {
    var address = request.address();
    return request.withAddress(
        isHidden
            ? address.withSecretQuery(name, value, origin)
            : address.withQuery(name, value, origin));
  }

  private String encoded(byte[] signature) {
    return switch (recipe.recipe().encoding()) {
      case HEX -> HexFormat.of().formatHex(signature);
      case BASE64 -> Base64.getEncoder().encodeToString(signature);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    };
  }
}
