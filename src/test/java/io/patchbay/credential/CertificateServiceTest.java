package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.Access;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.testing.TestCertificates;
import io.patchbay.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.Test;

class CertificateServiceTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final TestCertificates root = TestCertificates.authority("Test Root");
  private static final TestCertificates middle = root.intermediate("Test Middle");
  private static final TestCertificates ada = middle.client("ada");
  private static final TestCertificates rsa = root.client("rsa", wish -> wish.withKey("RSA", 2048));
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private final CredentialFixture house = new CredentialFixture(database);
  private final CertificateService service = house.certificates;
  private final Access editor = house.workspace();

  @Test
  void showsAPkcs12WithoutItsKey() {
    var view = service.put(editor, "bank", CertificateUpload.of(ada.p12("s3cret"), "s3cret"));

    assertThat(view.use()).isEqualTo(CertificateUse.CLIENT);
    assertThat(view.subject()).isEqualTo("CN=ada");
    assertThat(view.issuer()).isEqualTo("CN=Test Middle");
    assertThat(view.keyType()).isEqualTo("EC P-256");
    assertThat(view.chain())
        .extracting(CertificateEntry::subject)
        .containsExactly("CN=ada", "CN=Test Middle");
    assertThat(view.daysLeft()).isBetween(88L, 90L);
    assertThat(view.warnings()).isEmpty();
    assertThat(view.updatedBy()).isEqualTo("ada@example.com");
    assertThat(Json.write(service.list(editor, "TEST MIDDLE")))
        .doesNotContain("PRIVATE", "\"key\"");
  }

  @Test
  void givesTheKeyToCallsAndStoresItEncrypted() {
    service.put(editor, "bank", CertificateUpload.of(ada.p12("s3cret"), "s3cret"));

    var opened = house.certificateStore.find(editor.workspace(), "bank").orElseThrow();
    assertThat(opened.key()).isEqualTo(ada.key());
    assertThat(opened.chain()).isEqualTo(ada.chain());
    var row =
        database
            .jdbc()
            .sql("select encode(private_key, 'hex') from certificates where workspace_id = ?")
            .param(editor.workspace().value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(java.util.HexFormat.of().formatHex(ada.key().getEncoded()));
  }

  @Test
  void readsKeysInEveryStyle() throws Exception {
    var encryptedPkcs8 =
        TestCertificates.pem(
            new JcaPKCS8Generator(
                rsa.key(),
                new JceOpenSSLPKCS8EncryptorBuilder(
                        org.bouncycastle.openssl.PKCS8Generator.AES_256_CBC)
                    .setProvider(BC)
                    .setPassword("pw".toCharArray())
                    .build()));
    var encryptedTraditional =
        TestCertificates.pem(
            new JcaMiscPEMGenerator(
                rsa.key(),
                new JcePEMEncryptorBuilder("DES-EDE3-CBC")
                    .setProvider(BC)
                    .build("pw".toCharArray())));
    var pkcs8 = TestCertificates.pem(new JcaPKCS8Generator(rsa.key(), null));

    assertThat(rsa.keyPem()).contains("BEGIN RSA PRIVATE KEY");
    assertThat(ada.keyPem()).contains("BEGIN EC PRIVATE KEY");
    assertThat(encryptedTraditional).contains("DEK-Info");
    for (var key : List.of(rsa.keyPem(), pkcs8, encryptedPkcs8, encryptedTraditional)) {
      var view = service.put(editor, "k", CertificateUpload.of(key + rsa.pem(), "pw"));
      assertThat(view.keyType()).isEqualTo("RSA 2048");
    }
    service.put(editor, "sec1", CertificateUpload.of(ada.keyPem() + ada.chainPem(), null));
    service.put(
        editor,
        "der",
        new CertificateUpload(
            List.of(rsa.certificate().getEncoded(), rsa.key().getEncoded()), null, null));
    service.put(
        editor,
        "json",
        CertificateUpload.of((ada.keyPem() + ada.chainPem()).replace("\n", "\\n"), null));
    assertThat(service.list(editor, null)).hasSize(4);
    for (var key : List.of(encryptedPkcs8, encryptedTraditional)) {
      assertThat(refusal(CertificateUpload.of(key + rsa.pem(), "no"))).contains("does not open");
      assertThat(refusal(CertificateUpload.of(key + rsa.pem(), null))).contains("Enter it");
    }
  }

  @Test
  void putsTheChainInOrderAndSaysWhatIsMissing() {
    var shuffled = ada.keyPem() + root.pem() + rsa.pem() + middle.pem() + ada.pem();

    var whole = service.put(editor, "a", CertificateUpload.of(shuffled, null));
    var alone = service.put(editor, "b", CertificateUpload.of(ada.keyPem() + ada.pem(), null));

    assertThat(whole.chain())
        .extracting(CertificateEntry::subject)
        .containsExactly("CN=ada", "CN=Test Middle", "CN=Test Root");
    assertThat(whole.warnings()).singleElement().asString().contains("left out");
    assertThat(alone.warnings()).singleElement().asString().contains("Test Middle");
  }

  @Test
  void refusesWhatIsOfNoUseWithOneClearSentence() throws Exception {
    var other = root.client("other");
    var small = root.client("small", wish -> wish.withKey("RSA", 1024));

    assertThat(refusal(CertificateUpload.of(ada.p12("right"), "wrong"))).contains("does not open");
    assertThat(refusal(CertificateUpload.of(ada.p12("right"), null))).contains("Enter it");
    assertThat(refusal(CertificateUpload.of(ada.pem(), null))).contains("no private key");
    assertThat(refusal(CertificateUpload.of(ada.keyPem(), null))).contains("no certificate");
    assertThat(refusal(CertificateUpload.of(ada.keyPem() + rsa.keyPem() + ada.pem(), null)))
        .contains("2 private keys");
    assertThat(refusal(CertificateUpload.of(other.keyPem() + ada.pem(), null)))
        .contains("does not belong");
    assertThat(refusal(CertificateUpload.of(small.keyPem() + small.pem(), null)))
        .contains("1024 bits");
    assertThat(refusal(CertificateUpload.of(new byte[] {-2, -19, -2, -19, 0, 0, 0, 2}, "x")))
        .contains("keytool -importkeystore");
    assertThat(refusal(CertificateUpload.of("hello", null))).contains("no certificate file");
    assertThat(refusal(CertificateUpload.of(new byte[0], null))).contains("empty");
    assertThat(refusal(CertificateUpload.of(new byte[1024 * 1024 + 1], null))).contains("1 MiB");
    assertThat(
            refusal(
                CertificateUpload.of(
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", null)))
        .contains("cannot be read");
    var many = new StringBuilder(ada.keyPem());
    for (int i = 0; i < 11; i++) {
      many.append(TestCertificates.authority("ca" + i).pem());
    }
    assertThat(refusal(CertificateUpload.of(many.toString(), null))).contains("more than 10");
  }

  @Test
  void refusesTooMuchWorkBeforeItIsDone() throws Exception {
    var encryptor =
        new JcePKCSPBEOutputEncryptorBuilder(
                org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_aes256_CBC)
            .setProvider(BC)
            .setIterationCount(1_000_001)
            .build("pw".toCharArray());
    var key = new JcaPKCS8EncryptedPrivateKeyInfoBuilder(ada.key()).build(encryptor).getEncoded();

    var start = System.nanoTime();
    assertThat(
            refusal(
                new CertificateUpload(
                    List.of(key, ada.pem().getBytes(StandardCharsets.UTF_8)),
                    Secret.of("pw"),
                    null)))
        .contains("too much work");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void takesAuthoritiesWithoutKey() {
    var view = service.put(editor, "ca", CertificateUpload.of(root.pem() + middle.pem(), null));

    assertThat(view.use()).isEqualTo(CertificateUse.AUTHORITY);
    assertThat(view.chain()).hasSize(2);
    assertThat(
            refusal(
                new CertificateUpload(
                    List.of((root.keyPem() + root.pem()).getBytes(StandardCharsets.UTF_8)),
                    null,
                    CertificateUse.AUTHORITY)))
        .contains("keep the key to yourself");
  }

  @Test
  void warnsOfDatesAndPurpose() {
    put("gone", root.client("gone", w -> w.valid(Duration.ofDays(-9), Duration.ofDays(-1))));
    put("soon", root.client("soon", w -> w.valid(Duration.ofDays(-9), Duration.ofHours(30))));
    put("week", root.client("week", w -> w.valid(Duration.ofDays(-9), Duration.ofDays(6))));
    put("month", root.client("month", w -> w.valid(Duration.ofDays(-9), Duration.ofDays(20))));
    put("server", root.client("server", w -> w.withPurpose(KeyPurposeId.id_kp_serverAuth)));

    assertThat(service.expiring(editor))
        .extracting(CertificateView::name, CertificateView::expiryLevel)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gone", 0),
            org.assertj.core.groups.Tuple.tuple("soon", 1),
            org.assertj.core.groups.Tuple.tuple("week", 7),
            org.assertj.core.groups.Tuple.tuple("month", 30));
    assertThat(service.get(editor, "gone").warnings().getFirst()).contains("expired on");
    assertThat(service.get(editor, "server").warnings().toString()).contains("clientAuth");
  }

  @Test
  void replacesAndTellsWhoUsesItBeforeItGoes() {
    put("bank", ada);
    var before = house.certificateStore.find(editor.workspace(), "bank").orElseThrow();
    var replaced = service.put(editor, "bank", CertificateUpload.of(rsa.p12("x"), "x"));
    var after = house.certificateStore.find(editor.workspace(), "bank").orElseThrow();
    house.certificateUsedBy(List.of(new CertificateUser(CertificateUser.Kind.API, "orders")));
    house.service.put(
        editor,
        "idp",
        CredentialFixture.document(
            """
            {"kind": "oauth2ClientCredentials", "tokenUrl": "https://id.example.com/token",
             "clientId": "c", "clientAuth": "tls", "certificate": "bank"}
            """));

    assertThat(replaced.revision()).isEqualTo(2);
    assertThat(after).isNotEqualTo(before);
    assertThatThrownBy(() -> service.delete(editor, "bank"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("API 'orders', credential 'idp'");
  }

  @Test
  void writingTakesAnEditor() {
    var viewer = CredentialFixture.access(editor.workspace(), Access.Role.VIEWER);
    put("bank", ada);

    assertThat(service.list(viewer, null)).hasSize(1);
    assertThatThrownBy(() -> service.put(viewer, "x", CertificateUpload.of(ada.p12("p"), "p")))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> service.delete(viewer, "bank")).isInstanceOf(ForbiddenException.class);
    service.delete(editor, "bank");
    assertThat(service.list(editor, null)).isEmpty();
  }

  @Test
  void breaksOnNoDamagedFile() {
    var good = ada.p12("pw");
    for (int i = 0; i < good.length; i += 13) {
      var bad = good.clone();
      bad[i] ^= 0x41;
      try {
        CertificateReader.read(CertificateUpload.of(bad, "pw"));
      } catch (InvalidException e) {
        assertThat(e.problems()).hasSize(1);
      }
    }
    var cut = new ArrayList<String>();
    for (int length = 1; length < good.length; length += 97) {
      cut.add(refusal(CertificateUpload.of(java.util.Arrays.copyOf(good, length), "pw")));
    }
    assertThat(cut).allSatisfy(sentence -> assertThat(sentence).endsWith("."));
  }

  private void put(String name, TestCertificates certificate) {
    service.put(editor, name, CertificateUpload.of(certificate.p12("pw"), "pw"));
  }

  private String refusal(CertificateUpload upload) {
    try {
      service.put(editor, "refused", upload);
    } catch (InvalidException e) {
      assertThat(e.problems()).hasSize(1);
      return e.problems().getFirst().message();
    }
    return "nothing was refused";
  }
}
