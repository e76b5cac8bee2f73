# The site that readers of user-guide/daily-work.md have: a link that is wrong, and a translation whose
# source page was changed after it.
set -euo pipefail

commit() {
  git add .
  GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1" \
    git -c user.name=Ada -c user.email=ada@example.com commit --quiet --message "$2"
}

mkdir -p docs/guides docs/locales/zh-Hans/guides
printf '/build/\n' > .gitignore
printf 'title: House plants\nurl: https://plants.example.com\n' > docgen.yml
printf 'label: 简体中文\n' > docs/locales/zh-Hans/_locale.yml
cat > docs/index.md <<'END'
---
title: House plants
description: How to keep house plants alive.
---

# House plants

Water less [in winter](guides/watering.md#In_Winter).
END
cat > docs/guides/watering.md <<'END'
---
title: Watering
description: How much water a plant needs.
---

# Watering

Feel the soil first.

## In winter

Water half as much.
END
cat > docs/locales/zh-Hans/guides/watering.md <<'END'
---
title: 浇水
description: 一株植物需要多少水。
---

# 浇水

先摸一摸土。

## 冬天

水量减半。
END

git init --quiet
commit 2026-01-01T12:00:00Z "Start"
sed 's/^Feel the soil first\./& Water only when it is dry./' docs/guides/watering.md > page
mv page docs/guides/watering.md
commit 2026-02-01T12:00:00Z "Say when to water"
