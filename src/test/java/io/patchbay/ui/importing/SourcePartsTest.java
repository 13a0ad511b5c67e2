package io.patchbay.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.common.InvalidException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcePartsTest {

  @Test
  void readsHeadersAsTheyAreWritten() {
    assertThat(HeaderLines.read("Accept: application/json\n\n  X-Time: 12:30 "))
        .isEqualTo(Map.of("Accept", "application/json", "X-Time", "12:30"));
  }

  @Test
  void namesALineThatIsNoHeader() {
    assertThatThrownBy(() -> HeaderLines.read("Accept: a\nnonsense"))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("nonsense");
  }

  @Test
  void startsWithTheLikeliestFile() {
    assertThat(MainFile.of(List.of("pet.yaml", "openapi.yaml", "order.yaml")))
        .isEqualTo("openapi.yaml");
    assertThat(MainFile.of(List.of("schemas/pet.yaml", "shop.yaml"))).isEqualTo("shop.yaml");
  }

  @Test
  void writesSizesForPeople() {
    assertThat(Sizes.of(1)).isEqualTo("1 byte");
    assertThat(Sizes.of(812)).isEqualTo("812 bytes");
    assertThat(Sizes.of(41_300)).isEqualTo("41 kB");
    assertThat(Sizes.of(11_870_000)).isEqualTo("11.9 MB");
  }
}
