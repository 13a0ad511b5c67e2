package io.patchbay.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Share.Right;
import io.patchbay.api.ShareTerms;
import io.patchbay.api.Verb;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareWordsTest {

  @Test
  void saysWhatMayBeCalled() {
    assertThat(words(Set.of(), Set.of())).isEqualTo("all methods");
    assertThat(words(Set.of(Verb.POST, Verb.GET), Set.of())).isEqualTo("GET, POST only");
    assertThat(words(Set.of(), Set.of("b", "a"))).isEqualTo("a, b");
    assertThat(words(Set.of(), Set.of("a", "b", "c", "d"))).isEqualTo("4 methods");
  }

  private static String words(Set<Verb> verbs, Set<String> methods) {
    return ShareWords.limits(new ShareTerms(Right.USE, false, verbs, methods));
  }
}
