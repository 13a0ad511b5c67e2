package io.patchbay.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.StartUpRefused;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {

  @Test
  void needsNoSettingAtAll() {
    var settings = Settings.from(environment(Map.of()));

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.database()).isEmpty();
    assertThat(settings.properties()).doesNotContainKey("server.forward-headers-strategy");
  }

  @Test
  void takesAnEmptyValueAsNotGiven() {
    var settings =
        Settings.from(environment(Map.of("patchbay.port", " ", "patchbay.database-url", "")));

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void trustsTheProxyOnlyBehindAPublicAddress() {
    var settings =
        Settings.from(environment(Map.of("patchbay.public-url", "https://hub.example.com/")));

    assertThat(settings.properties())
        .containsEntry("patchbay.public-url", "https://hub.example.com")
        .containsEntry("server.forward-headers-strategy", "native")
        .containsEntry("server.servlet.session.cookie.secure", true);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> Settings.from(environment(Map.of("patchbay.port", "80800"))))
        .isInstanceOf(StartUpRefused.class)
        .hasMessage("PATCHBAY_PORT is '80800': it has to be a number from 1 to 65535.");
    assertThatThrownBy(
            () -> Settings.from(environment(Map.of("patchbay.public-url", "hub.example.com"))))
        .isInstanceOf(StartUpRefused.class)
        .hasMessageContaining("PATCHBAY_PUBLIC_URL is 'hub.example.com'");
  }

  private static Environment environment(Map<String, Object> values) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", values));
    return environment;
  }
}
