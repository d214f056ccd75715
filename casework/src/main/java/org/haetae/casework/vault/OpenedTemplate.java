package org.haetae.casework.vault;

import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/** A face in the clear, and the order that allows it. To be forgotten when that is over. */
public record OpenedTemplate(OrderId order, RespondentId respondent, Template template) {}
