package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the system has it; a cookie remembers it, so that no page starts wrong. */
enum ColourScheme {
  SYSTEM("System", ColorScheme.Value.LIGHT_DARK),
  LIGHT("Light", ColorScheme.Value.LIGHT),
  DARK("Dark", ColorScheme.Value.DARK);

  final String title;
  final ColorScheme.Value value;

  ColourScheme(String title, ColorScheme.Value value) {
    this.title = title;
    this.value = value;
  }

  /** What this browser chose. */
  static ColourScheme of(@Nullable VaadinRequest request) {
    return BrowserCookie.COLOURS
        .read(request)
        .flatMap(word -> Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst())
        .orElse(SYSTEM);
  }

  /** Shows it now and from now on in this browser. */
  void choose(UI ui) {
    ui.getPage().setColorScheme(value);
    BrowserCookie.COLOURS.write(ui, word());
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
