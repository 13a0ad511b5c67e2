package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.StartUpRefused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

  private static final EgressPolicy CLOSED = EgressPolicy.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "127.255.255.255",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "168.63.129.16",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "::127.0.0.1",
        "::10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "2002:c0a8:101::1",
        "2002:a00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "2001:0:0:0:0:0:5601:5601",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fd20:ce::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "100::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "3fff::1",
        "5f00::1"
      })
  void refusesWhatIsNotThePublicInternet(String address) throws Exception {
    assertThat(CLOSED.refusal(address, target(address, 443)))
        .get()
        .asString()
        .contains("The egress guard refused")
        .contains("PATCHBAY_EGRESS_ALLOW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "168.63.129.17",
        "169.253.0.1",
        "169.255.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.0.1",
        "192.169.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::8",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "fbff::1"
      })
  void letsThePublicInternetPass(String address) throws Exception {
    assertThat(CLOSED.refusal(address, target(address, 443))).isEmpty();
    assertThat(CLOSED.refusal(address, target(address, 8443))).isEmpty();
  }

  @Test
  void refusesReservedPortsWithoutARule() throws Exception {
    assertThat(CLOSED.refusal("mail.example.com", target("8.8.8.8", 25)))
        .get()
        .asString()
        .contains("mail.example.com:25");
    assertThat(
            EgressPolicy.of("mail.example.com:25")
                .refusal("mail.example.com", target("8.8.8.8", 25)))
        .isEmpty();
  }

  @Test
  void refusesAnAddressThatIsNotResolved() {
    assertThat(CLOSED.refusal("x", InetSocketAddress.createUnresolved("example.com", 443)))
        .isPresent();
  }

  @Test
  void allowsWhatTheAdministratorNamed() throws Exception {
    var policy =
        EgressPolicy.of("crm.local:8080, 10.1.0.0/16:443, [fd12::/16]:*, 169.254.169.254:80");

    assertThat(policy.refusal("CRM.local", target("192.168.1.5", 8080))).isEmpty();
    assertThat(policy.refusal("crm.local", target("192.168.1.5", 8081))).isPresent();
    assertThat(policy.refusal("other.local", target("192.168.1.5", 8080))).isPresent();
    assertThat(policy.refusal("a", target("10.1.255.1", 443))).isEmpty();
    assertThat(policy.refusal("a", target("10.2.0.1", 443))).isPresent();
    assertThat(policy.refusal("a", target("10.1.0.1", 80))).isPresent();
    assertThat(policy.refusal("a", target("fd12:3::4", 9999))).isEmpty();
    assertThat(policy.refusal("a", target("169.254.169.254", 80))).isEmpty();
  }

  @Test
  void aNameNeverOpensTheWayToMetadata() throws Exception {
    var policy = EgressPolicy.of("crm.local:*");

    assertThat(policy.refusal("crm.local", target("127.0.0.1", 80))).isEmpty();
    assertThat(policy.refusal("crm.local", target("169.254.169.254", 80))).isPresent();
    assertThat(policy.refusal("crm.local", target("64:ff9b::7f00:1", 80))).isPresent();
  }

  @Test
  void allowsTheServersOwnPortForTheSample() throws Exception {
    var policy = EgressPolicy.of("");
    policy.allowOwnServer(8080);

    assertThat(policy.refusal("localhost", target("127.0.0.1", 8080))).isEmpty();
    assertThat(policy.refusal("localhost", target("::1", 8080))).isEmpty();
    assertThat(policy.refusal("localhost", target("127.0.0.1", 5432))).isPresent();
    assertThat(policy.refusal("intranet", target("10.0.0.1", 8080))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "host:",
        "host:0",
        "host:65536",
        "host:http",
        "10.0.0.0/33:1",
        "10.0.0/8:1",
        "fd00::1:80",
        "[fd00::1",
        ":80",
        "[host]:80",
        "a/b:80"
      })
  void refusesToStartWithARuleThatCannotBeRead(String rule) {
    assertThatThrownBy(() -> EgressPolicy.of(rule))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining(rule);
  }

  private static InetSocketAddress target(String address, int port) throws Exception {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }
}
