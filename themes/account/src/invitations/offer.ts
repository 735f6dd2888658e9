/** An invitation to an account, as the self-service API tells it to whom it is for. Times are milliseconds since the epoch. */
export type Offer = {
  id: string;
  number: string;
  name: string;
  inviter: string;
  kind: "owner" | "contact" | "guest";
  permissions: string[];
  contactTypes: string[];
  message?: string;
  endsAt?: number;
  expiresAt: number;
};

export type Answer = "accept" | "reject";
