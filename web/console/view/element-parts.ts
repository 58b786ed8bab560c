/** Element Plus declares these props in a way that exactOptionalPropertyTypes cannot read; this names the few in use. */
import { ElConfigProvider } from 'element-plus/es/components/config-provider/index';
import { ElOption, ElSelect } from 'element-plus/es/components/select/index';
import type { DefineComponent } from 'vue';

export const Texts = ElConfigProvider as unknown as DefineComponent<{ locale: object }>;
export const Select = ElSelect as unknown as DefineComponent<{
  modelValue?: string | undefined;
  'onUpdate:modelValue'?: (value: string) => void;
  placeholder?: string;
  ariaLabel?: string;
  filterable?: boolean;
}>;
export const Option = ElOption as unknown as DefineComponent<{ value: string; label: string }>;
/** Several at once. */
export const Selects = ElSelect as unknown as DefineComponent<{
  modelValue: string[];
  'onUpdate:modelValue'?: (value: string[]) => void;
  multiple: boolean;
  multipleLimit?: number;
  placeholder?: string;
  ariaLabel?: string;
  filterable?: boolean;
  disabled?: boolean;
}>;
