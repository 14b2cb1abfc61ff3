/** How does Brazil pay? Banks, accounts, PIX keys, boletos, and the days on which banks open. */
package io.datalchemy.generator.bank;
