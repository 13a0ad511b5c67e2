package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.Origin;
import io.patchbay.credential.SignPreset;
import io.patchbay.credential.SignRecipe;
import io.patchbay.credential.SignRecipe.Algorithm;
import io.patchbay.credential.SignRecipe.Encoding;
import io.patchbay.credential.SignRecipe.In;
import io.patchbay.credential.SignRecipe.KeyForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Signature recipes against the values of the documents that define such signatures. */
class RecipeTest {

  /** RFC 4231, test cases 1, 2, 3 and 6. */
  @ParameterizedTest
  @CsvSource({
    "HMAC_SHA256, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "HMAC_SHA384, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
    "HMAC_SHA512, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, 87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
    "HMAC_SHA256, 4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "HMAC_SHA1, 4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "HMAC_SHA256, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
  })
  void hashesAsTheTestVectors(Algorithm algorithm, String key, String data, String hash) {
    var recipe =
        new SignRecipe(algorithm, KeyForm.HEX, "x", Encoding.HEX, In.HEADER, "X", null, null, null);

    var signature = HmacKey.of(recipe, key).sign(HexFormat.of().parseHex(data));

    assertThat(HexFormat.of().formatHex(signature)).isEqualTo(hash);
  }

  /** RFC 9421, appendix B.2.5, with the test request of appendix B.2 and the key of B.1.5. */
  @Test
  void signsTheExampleOfHttpMessageSignatures() {
    var parameters =
        "(\"date\" \"@authority\" \"content-type\");created={{ timestamp }};keyid=\"{{ keyId }}\"";
    var recipe =
        new SignRecipe(
            Algorithm.HMAC_SHA256,
            KeyForm.BASE64,
            """
            "date": {{ request.headers.date }}
            "@authority": {{ request.host }}
            "content-type": {{ request.headers.`content-type` }}
            "@signature-params": %s\
            """
                .formatted(parameters),
            Encoding.BASE64,
            In.HEADER,
            "Signature",
            "sig-b25=:{{ signature }}:",
            new LinkedHashMap<>(Map.of("Signature-Input", "sig-b25=" + parameters)),
            null);
    var request =
        new Outgoing(
            "POST",
            Address.of(Origin.of("https://example.com"), "/foo?param=Value&Pet=dog"),
            HeaderLines.NONE
                .with(HeaderLine.of("Date", "Tue, 20 Apr 2021 02:07:55 GMT", "input", false))
                .with(HeaderLine.of("Content-Type", "application/json", "method", false)),
            Body.of("{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8), null));
    var key =
        "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";
    var names =
        SigningNames.of(Instant.ofEpochSecond(1_618_884_473), "unused", "test-shared-secret");

    var signed =
        new RecipeRun(
                CompiledRecipe.of(recipe), HmacKey.of(recipe, key), names, "credential", false)
            .sign(request);

    assertThat(signed.headers().find("signature-input").value())
        .isEqualTo(
            "sig-b25=(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"");
    assertThat(signed.headers().find("signature").value())
        .isEqualTo("sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:");
  }

  @ParameterizedTest
  @FieldSource("io.patchbay.credential.SignPreset#ALL")
  void eachPresetSignsAtOnce(SignPreset preset) {
    var preview =
        SignaturePreview.of(
            preset.recipe(),
            "https://shop.example/v1/",
            Map.of(),
            Instant.parse("2026-03-01T09:08:07.5Z"));

    assertThat(preview.problem()).isNull();
    assertThat(preview.text()).isNotEmpty().doesNotContain("{{").doesNotEndWith("\n");
    assertThat(preview.sent())
        .isNotEmpty()
        .allMatch(line -> !line.value().isEmpty() && !line.value().contains("{{"));
  }

  @Test
  void theSignatureHeaderIsWrittenAsItsDraftHasIt() {
    var preview =
        SignaturePreview.of(
            SignPreset.SIGNATURE_HEADER.recipe(),
            "not an address",
            Map.of(),
            Instant.parse("2026-03-01T09:08:07.5Z"));

    assertThat(preview.text())
        .isEqualTo(
            """
            (request-target): post /orders?limit=10&after=a%20b
            host: api.example.com
            date: Sun, 01 Mar 2026 09:08:07 GMT
            digest: SHA-256=IUeB2WOwSH95/16JhN4CWEenctB76sEuwrk70i0JLfc=\
            """);
  }
}
