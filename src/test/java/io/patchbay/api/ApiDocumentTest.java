package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

  @Test
  void keepsWhatIsSwitchedOff() {
    var method =
        ApiMethod.of("replaceOrder", Verb.PUT, "/orders")
            .with(parts -> {
              parts.idempotent = false;
              parts.parameters =
                  List.of(
                      Parameter.of("ids", Parameter.In.QUERY)
                          .with(p -> {
                            p.explode = false;
                            p.allowReserved = false;
                          }));
            });

    var read = Json.readDocument(Json.write(method), ApiMethod.class);

    assertThat(read).isEqualTo(method);
    assertThat(read.mayBeRepeated()).isFalse();
  }
}
