package io.patchbay.http;

import io.patchbay.credential.SignRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A signature recipe with its expressions compiled.
 *
 * @param first headers that the signed text may hold
 * @param last headers that hold the signature
 */
record CompiledRecipe(
    SignRecipe recipe,
    RecipeText text,
    RecipeText value,
    List<Named> query,
    List<Named> first,
    List<Named> last) {

  /**
   * Compiles all that the recipe holds.
   *
   * @throws CallRefused for the first field that is not right
   */
  static CompiledRecipe of(SignRecipe recipe) {
    if (recipe.text().isEmpty()) {
      throw CallRefused.configuration(
          "Signature, text: the recipe does not say what is signed. Enter the text to sign.");
    }
    if (recipe.name().isEmpty()) {
      throw CallRefused.configuration(
          "Signature, name: the recipe does not say which %s carries the signature."
              .formatted(recipe.in() == SignRecipe.In.HEADER ? "header" : "query parameter"));
    }
    var headers = named("header", recipe.headers());
    return new CompiledRecipe(
        recipe,
        RecipeText.of("text", recipe.text()),
        RecipeText.of("value", recipe.value() == null ? "{{ signature }}" : recipe.value()),
        named("query parameter", recipe.query()),
        headers.stream().filter(header -> !header.value().reads("signature")).toList(),
        headers.stream().filter(header -> header.value().reads("signature")).toList());
  }

  private static List<Named> named(String what, Map<String, String> texts) {
    var all = new ArrayList<Named>();
    texts.forEach((name, text) ->
        all.add(new Named(name, RecipeText.of("%s %s".formatted(what, name), text))));
    return List.copyOf(all);
  }

  /** Whether any text reads that name of the request. */
  boolean readsOfRequest(String name) {
    return Stream.concat(
            Stream.of(text, value),
            Stream.of(query, first, last).flatMap(List::stream).map(Named::value))
        .anyMatch(part -> part.readsOfRequest(name));
  }

  /** A header or query parameter. */
  record Named(String name, RecipeText value) {}
}
