package io.patchbay.http;

import io.patchbay.common.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The spellings under which a secret may turn up in a text. */
final class SecretForms {

  /** Shorter ones would blot out ordinary words. */
  private static final int MIN_LENGTH = 6;

  private SecretForms() {}

  /** As it is, in JSON, percent-encoded, as a form field, in hex, and in base64 at any offset. */
  static Set<String> of(String secret) {
    var forms = new LinkedHashSet<String>();
    if (secret.length() < MIN_LENGTH) {
      return forms;
    }
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
    var json = Json.write(secret);
    forms.add(json.substring(1, json.length() - 1));
    var percent = PercentCode.encode(secret);
    forms.add(percent);
    forms.add(percent.replace("%20", "+"));
    forms.add(percent.toLowerCase(Locale.ROOT));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    var hex = HexFormat.of().formatHex(bytes);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    for (int offset = 0; offset < 3; offset++) {
      forms.add(base64(bytes, offset, Base64.getEncoder()));
      forms.add(base64(bytes, offset, Base64.getUrlEncoder()));
    }
    forms.removeIf(form -> form.length() < MIN_LENGTH);
    return forms;
  }

  /** The part that does not depend on what stands before and after the secret. */
  private static String base64(byte[] secret, int offset, Base64.Encoder encoder) {
    var shifted = new byte[offset + secret.length];
    System.arraycopy(secret, 0, shifted, offset, secret.length);
    var whole = Arrays.copyOf(shifted, shifted.length - shifted.length % 3);
    var text = encoder.encodeToString(whole);
    return text.substring(Math.min(text.length(), offset == 0 ? 0 : 4));
  }
}
