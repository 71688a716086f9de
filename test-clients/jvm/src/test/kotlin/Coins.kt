package org.stanj.neighbours

import org.stanj.Data
import org.stanj.Stan

// [kotlin]
val coin = Stan.compile("coin", """
    data { int<lower=0> n; int<lower=0> k; }
    parameters { real<lower=0, upper=1> p; }
    model { k ~ binomial(n, p); }
""")

fun chance(heads: Int, flips: Int): Double =
    coin.bind(Data.of(mapOf("n" to flips, "k" to heads)))
        .sampling().chains(2).seed(1).run()
        .summary("p").mean()
// [end]
