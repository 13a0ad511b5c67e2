package io.patchbay.canary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Secrets that exist nowhere else in the world, and how to find them in any of their forms. */
final class Canaries {

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Set<String>> forms = new LinkedHashMap<>();

  /** A new secret text; its core also stands in addresses and JSON as it is. */
  String text(String name) {
    var bytes = new byte[15];
    random.nextBytes(bytes);
    var core = "cnry" + HexFormat.of().formatHex(bytes);
    forms.put(name, formsOf(core));
    return core + "/+=";
  }

  /** A new private key in PEM. */
  String privateKey(String name) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var key = generator.generateKeyPair().getPrivate().getEncoded();
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    privateKeyForms(name, key);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  /** Looks for a key that is given otherwise. */
  void privateKeyForms(String name, byte[] pkcs8) {
    var middle = Arrays.copyOfRange(pkcs8, pkcs8.length / 2, pkcs8.length * 3 / 4);
    var body = Base64.getEncoder().encodeToString(pkcs8);
    var hex = HexFormat.of().formatHex(middle);
    forms.put(
        name,
        Set.of(
            body.substring(body.length() / 2, body.length() * 3 / 4),
            hex,
            hex.toUpperCase(Locale.ROOT)));
  }

  /** Looks for a secret that somebody else made. */
  void known(String name, String secret) {
    forms.put(name, formsOf(secret));
  }

  /** The names of those that stand in the text in one of their forms, with the place. */
  String findIn(String text) {
    var found = new StringBuilder();
    forms.forEach((name, all) -> {
      for (var form : all) {
        var at = text.indexOf(form);
        if (at >= 0) {
          found
              .append(name)
              .append(": …")
              .append(text, Math.max(0, at - 80), Math.min(text.length(), at + form.length() + 20))
              .append("…\n");
          break;
        }
      }
    });
    return found.toString();
  }

  private static Set<String> formsOf(String core) {
    var forms = new LinkedHashSet<String>();
    forms.add(core);
    forms.add(core.toUpperCase(Locale.ROOT));
    forms.add(new StringBuilder(core).reverse().toString());
    var bytes = core.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    var percent = new StringBuilder();
    for (var b : bytes) {
      percent.append('%').append(HexFormat.of().toHexDigits(b));
    }
    forms.add(percent.toString());
    // Within a longer text a secret starts at any of three places of a Base64 group.
    for (int shift = 0; shift < 3; shift++) {
      var shifted = new byte[bytes.length + shift];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      forms.add(encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 2));
    }
    return forms;
  }
}
