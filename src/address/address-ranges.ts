/** The address ranges of a host outside the cluster, as far as they are known. Policies cannot match its name. */
export interface AddressRanges {
  /**
   * Address ranges in canonical CIDR notation; they replace the default, private ranges included.
   * @default - 0.0.0.0/0 except 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and 169.254.0.0/16
   */
  readonly cidrs?: string[];

  /**
   * Whether public IPv6 addresses are reached as well: ::/0 except fc00::/7 and fe80::/10. Not together with `cidrs`.
   * @default false
   */
  readonly ipv6?: boolean;
}
