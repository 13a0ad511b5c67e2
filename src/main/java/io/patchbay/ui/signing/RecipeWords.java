package io.patchbay.ui.signing;

import io.patchbay.credential.SignRecipe;

/** What people call the choices of a signature recipe. */
final class RecipeWords {

  private RecipeWords() {}

  static String of(SignRecipe.Algorithm algorithm) {
    return switch (algorithm) {
      case HMAC_SHA256 -> "HMAC-SHA256";
      case HMAC_SHA1 -> "HMAC-SHA1";
      case HMAC_SHA384 -> "HMAC-SHA384";
      case HMAC_SHA512 -> "HMAC-SHA512";
    };
  }

  static String of(SignRecipe.KeyForm form) {
    return switch (form) {
      case TEXT -> "Text";
      case BASE64 -> "Base64";
      case HEX -> "Hexadecimal";
    };
  }

  static String of(SignRecipe.Encoding encoding) {
    return switch (encoding) {
      case HEX -> "Hexadecimal";
      case BASE64 -> "Base64";
      case BASE64URL -> "Base64url";
    };
  }

  static String of(SignRecipe.In in) {
    return switch (in) {
      case HEADER -> "Header";
      case QUERY -> "Query";
    };
  }
}
