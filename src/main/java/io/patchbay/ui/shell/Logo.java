package io.patchbay.ui.shell;

import com.vaadin.flow.component.Html;

/** The mark of the product: two jacks and a patch cable; follows the colour scheme. */
public final class Logo extends Html {

  /** The mark at 20 px; class {@code l} makes it 28 px. */
  public Logo() {
    super(
        """
        <span class="pb-logo" role="img" aria-label="Patchbay"><svg viewBox="0 0 20 20" fill="none">\
        <rect width="20" height="20" rx="5.5" fill="var(--pb-text)"/>\
        <path d="M6 6.6v1.3c0 4 8 1.4 8 5.2" stroke="light-dark(#F0A26B,#B4591F)" stroke-width="1.7"/>\
        <circle cx="6" cy="5.6" r="2.1" stroke="var(--pb-surface)" stroke-width="1.5"/>\
        <circle cx="14" cy="14.4" r="2.1" stroke="var(--pb-surface)" stroke-width="1.5"/>\
        <circle cx="14" cy="5.6" r="1" fill="var(--pb-surface)" opacity=".45"/>\
        <circle cx="6" cy="14.4" r="1" fill="var(--pb-surface)" opacity=".45"/></svg></span>\
        """);
  }
}
