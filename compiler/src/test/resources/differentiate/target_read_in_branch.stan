// target() decides, and is used after.
parameters { vector[3] p; }
model {
  p ~ std_normal();
  if (target() > -2) target += -p[1] ^ 4;
  else target += -p[2] * target();
}
